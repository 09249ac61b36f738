import sharp from 'sharp'
import { SCENES, type SceneName } from './scenes'

const WIDTH = 640
const HEIGHT = 480

// The three characters 示意图 as strokes: a machine without Chinese fonts would draw empty boxes.
const GLYPHS = [
  'M22 14H78M10 38H90M50 38V88L36 82M28 54 14 78M72 54 88 78',
  'M50 2V14M22 16H78M36 20 40 30M64 20 60 30M10 34H90M28 42H72V64H28ZM28 53H72M22 74 14 92M36 72V86Q36 94 46 94H62Q70 94 70 84M50 70 56 80M78 72 88 86',
  'M12 10H88V92H12ZM44 18 26 40M42 26H66L34 56M38 34 72 56M46 60 58 66M38 72 62 82',
]

function label(): string {
  const strokes = GLYPHS.map(
    (path, index) => `<path d="${path}" transform="translate(${18 + index * 46} 12) scale(.36)"/>`,
  )
  return `<g transform="translate(620 528)"><rect width="164" height="60" rx="10" fill="#fffdf6" opacity=".88"/><g fill="none" stroke="#4a4f52" stroke-width="7" stroke-linecap="round">${strokes.join('')}</g></g>`
}

const SKY =
  '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfe0e6"/><stop offset="1" stop-color="#f0ece2"/></linearGradient></defs>'

/** A scene as a PNG, marked 示意图 so that nobody takes it for evidence. */
export function draw(scene: SceneName): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 800 600">${SKY}${SCENES[scene]}${label()}</svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
}
