// WeChat's tab bar takes PNG files only: draws them from src/static/tab/*.svg.
// Run by hand after changing a drawing: node config/tab-icons.mjs
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const SIZE = 81
const COLOURS = { '': '#57606A', '-on': '#B8322A' }
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/static/tab')

for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(path.join(folder, file), 'utf8')
  for (const [suffix, colour] of Object.entries(COLOURS)) {
    const out = path.join(folder, `${path.basename(file, '.svg')}${suffix}.png`)
    const svg = Buffer.from(drawing.replace('currentColor', colour))
    await sharp(svg, { density: (72 * SIZE) / 27 })
      .resize(SIZE, SIZE)
      .png({ palette: true })
      .toFile(out)
  }
}
