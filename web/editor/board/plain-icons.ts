import type { Entries, Entry } from '../entries.js'

/**
 * The icons of bpmn-js’ menus with their colours and widths as attributes of the drawing: the site’s policy lets no
 * style be written into a page (`style="stroke-width:100"`), and the icons would be lost.
 */
export function withPlainIcons(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, plain(entry)]))
}

function plain(entry: Entry): Entry {
  return {
    ...entry,
    ...(entry.html !== undefined && { html: withoutStyles(entry.html) }),
    ...(entry.imageHtml !== undefined && { imageHtml: withoutStyles(entry.imageHtml) }),
  }
}

/** `style="a:b;c:d"` → `a="b" c="d"`; SVG knows each of these by both ways. */
export function withoutStyles(markup: string): string {
  return markup.replace(/style="([^"]*)"/g, (_whole, style: string) =>
    style
      .split(';')
      .map(one => one.split(':').map(part => part.trim()))
      .flatMap(([name, value]) => (name && value ? [`${name}="${value}"`] : []))
      .join(' '),
  )
}
