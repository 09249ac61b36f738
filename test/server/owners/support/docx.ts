import JSZip from 'jszip'

export interface OpenedDocx {
  xml: string
  /** Every paragraph's words. */
  lines: string[]
  /** How many pictures lie in it. */
  pictures: number
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string) => xml.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)

/** Opens a DOCX as Word does: a ZIP with the words in word/document.xml. */
export async function openDocx(bytes: Buffer): Promise<OpenedDocx> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const lines = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => plain(match[1] ?? '')).join(''),
  )
  const pictures = Object.keys(zip.files).filter((name) => name.startsWith('word/media/')).length
  return { xml, lines, pictures }
}
