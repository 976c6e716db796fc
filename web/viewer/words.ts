/** The sentences the page left for the script; the catalogue is the server's. */
export type Words = Readonly<Record<string, string>>
