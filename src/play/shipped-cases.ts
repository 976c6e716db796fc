/** The file of the twenty cases that ship with the program. */
export const shippedCases = new URL('./cases.json', import.meta.url)
