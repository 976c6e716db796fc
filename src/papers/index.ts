/** The files of a quarter's report: a document, a workbook, plain text. From the paper alone; nothing here asks the house. */
export { reportDocx } from './docx/report-docx.js'
export { ownDataDocx } from './docx/own-data-docx.js'
export type { OwnDataPaper } from './docx/own-data-docx.js'
export { linesCsv, linesWorkbook } from './lines-files.js'
export type { LinesPaper, LineValue } from './lines-files.js'
export type { SheetColumn } from './spreadsheet-xml.js'
export { csv } from './csv.js'
export { exportedWords, ledgerCsv, ledgerWorkbook } from './ledger-files.js'
