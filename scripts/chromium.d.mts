/** Path of a Chromium or Chrome that starts; rejects with a sentence saying what to do when none can be had. */
export function findChromium(log?: (line: string) => void): Promise<string>
