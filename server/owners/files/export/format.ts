export const FORMAT = 'yishiting-vote-export'
/** Raised with every change of a table's columns or of what they mean. */
export const FORMAT_VERSION = 1
export const MANIFEST = 'manifest.json'
