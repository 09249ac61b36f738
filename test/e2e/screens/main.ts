import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { matterId } from '../../../server/demo/story/names'
import { launchBrowser } from '../support/browser'
import { openHallProcess } from '../support/hall-process'
import { takeLive } from './live'
import { FOLDER, type Shot, take, takeBoth } from './shot'
import { STILL } from './still'

const PICTURES = path.resolve('docs/pictures')
/** Shown 240 px wide in README, on screens with two dots to a pixel. */
const PICTURE_WIDTH = 480

const pictures: [file: string, shot: Shot, care: boolean][] = [
  ['home', { name: 'picture-home', who: 'zhang', path: '/home', isOverlay: true }, false],
  [
    'matter',
    { name: 'picture-matter', who: 'chen', path: `/matter?id=${matterId('M10')}`, isOverlay: true },
    false,
  ],
  ['home-care', { name: 'picture-home', who: 'wu', path: '/home', isOverlay: true }, true],
]

/** `npm run screenshots -- meeting` takes those whose name has it. */
const wanted = new RegExp(process.argv[2] ?? '.')

/** Takes every screen in both modes into var/screens, and the pictures of README. Ends with 1 when a page complained. */
async function main(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(PICTURES, { recursive: true })
  const complaints: string[] = []
  const hall = await openHallProcess()
  const browser = await launchBrowser()
  const studio = { browser, url: hall.url, complain: (line: string) => complaints.push(line) }
  try {
    for (const [file, shot, care] of pictures) {
      await take(studio, shot, care)
      await sharp(path.join(FOLDER, `${shot.name}${care ? '-care' : ''}.png`))
        .resize({ width: PICTURE_WIDTH })
        .png({ palette: true, compressionLevel: 9, effort: 10 })
        .toFile(path.join(PICTURES, `${file}.png`))
    }
    await takeBoth(
      studio,
      STILL.filter(({ name }) => wanted.test(name)),
    )
    if (wanted.test('live')) await takeLive(studio)
  } finally {
    await browser.close()
    await hall.stop()
  }
  for (const line of complaints) console.error(line)
  console.log(FOLDER)
  process.exitCode = complaints.length > 0 ? 1 : 0
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
