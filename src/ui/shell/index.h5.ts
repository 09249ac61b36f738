import './shell.scss'

/** The tab bar lies outside every page: it learns of care mode from the document itself. */
export const markCareOnShell = (care: boolean, fs: number): void => {
  const root = document.documentElement
  root.classList.toggle('care', care)
  root.style.setProperty('--fs', String(fs))
}
