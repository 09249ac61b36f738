import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** By name: every office program in China has both; nothing is embedded. */
const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: '宋体' }
const HEAD_FONT = { ascii: '黑体', hAnsi: '黑体', eastAsia: '黑体', cs: '黑体' }

/** Half points, as Word counts. */
export const SIZE = { small: 18, text: 24, large: 28, head: 30, title: 40 } as const
const LINE = 360
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = 1_134

export const run = (text: string, more: Partial<IRunOptions> = {}): TextRun =>
  new TextRun({ text, size: SIZE.text, font: TEXT_FONT, ...more } as IRunOptions)

type More = Omit<IParagraphOptions, 'children' | 'text'> & { run?: Partial<IRunOptions> }

/** A paragraph of plain words; line ends inside stay line ends. */
export function line(text: string, { run: how = {}, ...more }: More = {}): Paragraph {
  const children = text
    .split('\n')
    .map((each, index) => run(each, { ...how, ...(index > 0 ? { break: 1 } : {}) }))
  return new Paragraph({ spacing: { line: LINE }, children, ...more })
}

export const title = (text: string, more: More = {}): Paragraph =>
  line(text, {
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    run: { size: SIZE.title, bold: true, font: HEAD_FONT },
    ...more,
  })

export const head = (text: string): Paragraph =>
  line(text, {
    keepNext: true,
    spacing: { before: 240, after: 80 },
    run: { size: SIZE.head, bold: true, font: HEAD_FONT },
  })

/** First line set in by two characters, as Chinese is. */
export const body = (text: string): Paragraph => line(text, { indent: { firstLine: 480 } })

export const fine = (text: string, more: More = {}): Paragraph =>
  line(text, { run: { size: SIZE.small }, spacing: {}, ...more })

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }

export interface Cell {
  children: readonly Paragraph[]
  /** Percent of the table. */
  width: number
}

/** A table with a line round every cell; a row is never torn by the end of a page. */
export function table(rows: readonly (readonly Cell[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ children, width }) =>
              new TableCell({
                children: [...children],
                width: { size: width, type: WidthType.PERCENTAGE },
                borders: EDGES,
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
              }),
          ),
        }),
    ),
  })
}

/** A table of words with columns of these widths in percent; the first row is the heading. */
export function wordTable(widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  return table(
    rows.map((cells, row) =>
      cells.map((text, column) => ({
        width: widths[column] ?? 10,
        children: [line(text, { spacing: {}, run: { size: 21, bold: row === 0 } })],
      })),
    ),
  )
}

/** A sheet of A4, upright. */
export function sheet(name: string, children: readonly FileChild[]): Document {
  return new Document({
    creator: '议事厅',
    title: name,
    styles: {
      default: { document: { run: { font: TEXT_FONT, size: SIZE.text, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        children: [...children],
      },
    ],
  })
}
