/** Drawn stand-ins for photos: nobody's home, nobody's face. Fragments of SVG on a field of 800 × 600. */

const windows = (x: number, y: number, columns: number, rows: number): string => {
  const panes: string[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      panes.push(
        `<rect x="${x + column * 70}" y="${y + row * 80}" width="40" height="48" rx="3" fill="#dfe9ee"/>`,
      )
    }
  }
  return panes.join('')
}

const house = (x: number, width: number, colour: string): string =>
  `<rect x="${x}" y="120" width="${width}" height="360" fill="${colour}"/>${windows(x + 30, 150, Math.floor((width - 30) / 70), 4)}`

const car = (x: number, y: number, colour: string): string =>
  `<g transform="translate(${x} ${y})"><rect y="24" width="150" height="46" rx="14" fill="${colour}"/><path d="M28 26 48 2h58l22 24z" fill="${colour}"/><path d="M42 24 54 8h22v16zM82 24V8h20l12 16z" fill="#e8f1f4"/><circle cx="36" cy="70" r="16" fill="#30363b"/><circle cx="114" cy="70" r="16" fill="#30363b"/></g>`

const tree = (x: number, y: number): string =>
  `<rect x="${x - 8}" y="${y}" width="16" height="70" fill="#8a6a4c"/><circle cx="${x}" cy="${y - 26}" r="56" fill="#7fa37b"/><circle cx="${x + 34}" cy="${y - 4}" r="38" fill="#8fb189"/>`

const bike = (x: number): string =>
  `<g transform="translate(${x} 420)" fill="none" stroke="#3f4b52" stroke-width="8"><circle cx="20" cy="50" r="26"/><circle cx="108" cy="50" r="26"/><path d="M20 50 50 8h38l20 42M50 8 40-6H24M64 50 88 8"/></g>`

const bin = (x: number, colour: string): string =>
  `<path d="M${x} 360h96l-10 130h-76z" fill="${colour}"/><rect x="${x - 8}" y="342" width="112" height="20" rx="8" fill="${colour}"/>`

const leaves = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const x = 90 + ((n * 137) % 620)
    const y = 420 + ((n * 71) % 130)
    return `<ellipse cx="${x}" cy="${y}" rx="20" ry="9" transform="rotate(${(n * 47) % 180} ${x} ${y})" fill="${n % 2 ? '#b98a4a' : '#c7a45e'}"/>`
  }).join('')

const indoors = (inside: string): string =>
  `<rect width="800" height="600" fill="#e9e3d8"/><rect y="470" width="800" height="130" fill="#cfc6b6"/>${inside}`

const outdoors = (outside: string): string =>
  `<rect width="800" height="600" fill="url(#sky)"/><rect y="470" width="800" height="130" fill="#b9bfb7"/>${outside}`

export const SCENES = {
  lift: indoors(
    '<rect x="250" y="90" width="300" height="380" fill="#9aa6ad"/><rect x="266" y="106" width="132" height="364" fill="#c3ccd1"/><rect x="402" y="112" width="132" height="358" fill="#b6c0c6"/><rect x="590" y="250" width="50" height="110" rx="6" fill="#6c7a82"/><circle cx="615" cy="282" r="12" fill="#e9c46a"/><circle cx="615" cy="326" r="12" fill="#e8e8e8"/>',
  ),
  shed: outdoors(
    `<path d="M60 250h680l-40-60H100z" fill="#8795a0"/><rect x="90" y="250" width="14" height="230" fill="#6c7780"/><rect x="696" y="250" width="14" height="230" fill="#6c7780"/>${bike(140)}${bike(330)}${bike(520)}`,
  ),
  shedTidy: outdoors(
    `<path d="M60 250h680l-40-60H100z" fill="#8795a0"/><rect x="90" y="250" width="14" height="230" fill="#6c7780"/><rect x="696" y="250" width="14" height="230" fill="#6c7780"/><rect x="200" y="290" width="60" height="80" rx="6" fill="#5d8aa8"/><rect x="520" y="290" width="60" height="80" rx="6" fill="#5d8aa8"/>${bike(330)}`,
  ),
  leaves: outdoors(`${house(430, 320, '#c9b8a3')}${tree(190, 300)}${leaves(42)}`),
  swept: outdoors(
    `${house(430, 320, '#c9b8a3')}${tree(190, 300)}<path d="M330 500l60-120" stroke="#8a6a4c" stroke-width="10"/><path d="M304 500h54l10 50h-76z" fill="#c7a45e"/>`,
  ),
  bins: outdoors(
    `${house(40, 300, '#bfc7c4')}${bin(400, '#5f8f6b')}${bin(530, '#5b7fa6')}${bin(660, '#8c8c8c')}<circle cx="430" cy="520" r="30" fill="#3d3d3d"/><circle cx="560" cy="530" r="36" fill="#4a4a4a"/><circle cx="500" cy="540" r="24" fill="#5a5a5a"/>`,
  ),
  binsClean: outdoors(
    `${house(40, 300, '#bfc7c4')}${bin(400, '#5f8f6b')}${bin(530, '#5b7fa6')}${bin(660, '#8c8c8c')}`,
  ),
  smoke: outdoors(
    `${house(420, 330, '#c6b6ae')}<path d="M120 480V250h190v-40h50v80H170v190z" fill="#8f979c"/><circle cx="336" cy="170" r="44" fill="#d8d8d6"/><circle cx="386" cy="120" r="56" fill="#e2e2e0"/><circle cx="300" cy="110" r="38" fill="#e6e6e4"/>`,
  ),
  corridor: indoors(
    '<path d="M0 0h800L560 200H240zM240 200h320v220H240z" fill="#f3eee4"/><path d="M0 600 240 420h320l240 180z" fill="#cfc6b6"/><rect x="300" y="150" width="200" height="300" fill="#7d6a58"/><rect x="316" y="168" width="168" height="282" fill="#94806c"/><circle cx="460" cy="320" r="9" fill="#e0c27a"/>',
  ),
  door: indoors(
    '<rect x="280" y="80" width="240" height="390" fill="#5f7d8c"/><rect x="300" y="100" width="200" height="370" fill="#7796a5"/><path d="M340 100v370M380 100v370M420 100v370M460 100v370" stroke="#5f7d8c" stroke-width="8"/><rect x="560" y="230" width="70" height="120" rx="8" fill="#444d52"/><circle cx="595" cy="268" r="12" fill="#8fb189"/>',
  ),
  parking: outdoors(
    `${house(60, 250, '#c9c2b4')}<path d="M80 590 150 490M270 590l40-100M460 590l10-100M650 590l-20-100" stroke="#fffdf6" stroke-width="8"/>${car(130, 440, '#a65f52')}${car(320, 450, '#5b7fa6')}${car(510, 440, '#6d7f63')}`,
  ),
  drip: indoors(
    '<rect x="220" y="110" width="330" height="120" rx="14" fill="#eef2f3"/><path d="M250 196h270" stroke="#b5c0c5" stroke-width="10"/><path d="M300 250q-20 40 0 52 20-12 0-52M400 290q-20 40 0 52 20-12 0-52M470 240q-20 40 0 52 20-12 0-52" fill="#7fb0cc"/><ellipse cx="390" cy="510" rx="220" ry="34" fill="#a9cadb"/>',
  ),
  chargers: indoors(
    `<rect x="120" y="160" width="90" height="250" rx="12" fill="#55606a"/><rect x="136" y="180" width="58" height="44" rx="4" fill="#9fd0c0"/><path d="M210 340c60 10 30 110 90 120" fill="none" stroke="#30363b" stroke-width="12"/>${car(300, 420, '#5f8f6b')}${car(540, 420, '#a0a6aa')}`,
  ),
  notice: indoors(
    '<rect x="180" y="70" width="440" height="380" rx="8" fill="#8a6a4c"/><rect x="204" y="94" width="392" height="332" fill="#c7b391"/><rect x="236" y="124" width="150" height="200" fill="#fffdf6"/><rect x="414" y="124" width="150" height="130" fill="#fffdf6"/><path d="M256 156h110M256 186h110M256 216h80M434 156h110M434 186h90" stroke="#9aa6ad" stroke-width="8"/>',
  ),
} as const
export type SceneName = keyof typeof SCENES
