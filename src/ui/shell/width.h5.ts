/** “column”: the phone's own width; “wide”: lists and tables of those on duty; “screen”: all there is, for a television. */
export type ShellWidth = 'column' | 'wide' | 'screen'

/** The column lies outside every page: it learns from the document itself how much width the page in front can use. */
export function markShellWidth(width: ShellWidth): void {
  const { classList } = document.documentElement
  classList.toggle('wide', width === 'wide')
  classList.toggle('screen-wide', width === 'screen')
}
