export type ReportPage = never
export const reportPage = () => undefined
export const reportList = () => undefined
