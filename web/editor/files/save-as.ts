/** Gives the person a file. */
export function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken the address by the time it next draws
  requestAnimationFrame(() => {
    URL.revokeObjectURL(url)
  })
}
