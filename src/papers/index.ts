/** The files of a quarter's report: a document, a workbook, plain text. From the paper alone; nothing here asks the house. */
export { reportDocx, titleOf } from './docx/report-docx.js'
export { csv } from './csv.js'
export { exportedWords, ledgerCsv, ledgerWorkbook } from './ledger-files.js'
