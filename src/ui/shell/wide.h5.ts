/** The column lies outside every page: it learns from the document itself that the page in front can use more width. */
export const markWideOnShell = (wide: boolean): void => {
  document.documentElement.classList.toggle('wide', wide)
}
