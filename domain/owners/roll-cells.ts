import { type Area, parseArea } from './area'
import { type AreaSource, UNIT_USES, type UnitUse } from './roll'
import { plainText, tightText } from './roll-text'

/** A cell understood, or why not, in plain Chinese. */
export type Read<T> = { value: T } | { problem: string }

/** 100,000 ㎡: no 专有部分 is larger; a number like that has lost its decimal point. */
const UNIT_AREA_MAX: Area = 100_000 * 10_000

const USE_WORDS: Record<UnitUse, readonly string[]> = {
  dwelling: ['住宅', '住房', '住家', '居住', '成套住宅', '公寓', '别墅', '普通住宅', '居住用房'],
  shop: ['商铺', '店铺', '商业', '门面', '门面房', '商业用房', '商用', '商服', '营业用房', '商业服务'],
  office: ['办公', '写字楼', '办公用房', '办公室'],
  parking: ['车位', '停车位', '地下车位', '机动车位', '车库', '停车库', '汽车库'],
  storage: ['储藏室', '储藏间', '储物间', '杂物间', '仓库', '贮藏室'],
  basement: ['地下室', '半地下室'],
  common: ['公共用房', '物业用房', '物业管理用房', '社区用房', '配套用房', '公共服务用房', '公建'],
}
const SOURCE_WORDS: Record<AreaSource, readonly string[]> = {
  register: [
    '不动产登记簿',
    '登记簿',
    '登记',
    '不动产登记',
    '产权证',
    '房产证',
    '不动产权证',
    '不动产权证书',
    '权属证书',
  ],
  survey: ['测绘成果', '测绘', '实测', '测绘报告', '实测面积', '房产测绘'],
  contract: ['买卖合同', '合同', '购房合同', '商品房买卖合同', '预售合同', '网签合同'],
}
const YES = [
  '是',
  '√',
  '✓',
  '✔',
  '1',
  'Y',
  'YES',
  'TRUE',
  '未售',
  '未售出',
  '未交付',
  '开发商',
  '未售未交付',
  '有',
]
const NO = ['', '否', '×', '✗', '0', 'N', 'NO', 'FALSE', '已售', '无', '-', '/']

function wordIn<Key extends string>(words: Record<Key, readonly string[]>, word: string): Key | null {
  const found = (Object.entries(words) as [Key, readonly string[]][]).find(([, each]) => each.includes(word))
  return found ? found[0] : null
}

/** Nothing written: a dwelling. */
export function readUse(cell: string): Read<UnitUse> {
  const word = tightText(cell)
  const use = word === '' ? 'dwelling' : wordIn(USE_WORDS, word)
  if (use) return { value: use }
  return { problem: `用途“${word.slice(0, 20)}”认不出，请写${Object.values(UNIT_USES).join('、')}之一。` }
}

export function readAreaSource(cell: string): Read<AreaSource | null> {
  const word = tightText(cell)
  if (word === '') return { value: null }
  const source = wordIn(SOURCE_WORDS, word)
  if (source) return { value: source }
  return { problem: `面积来源“${word.slice(0, 20)}”认不出，请写不动产登记簿、测绘成果或买卖合同。` }
}

const THOUSANDS = /^\d{1,3}(,\d{3})+(?=\.|$)/
const AREA_UNIT = /(m2|m²|㎡|平方米|平米|平方|平)$/i

/** ㎡ with at most four decimals, exactly as written; empty: not known (null). */
export function readArea(cell: string): Read<Area | null> {
  // “²” becomes “2” in plain text: the unit goes first.
  const written = tightText(tightText(cell).replace(AREA_UNIT, ''))
  if (written === '' || written === '-' || written === '/') return { value: null }
  const number = THOUSANDS.test(written) ? written.replaceAll(',', '') : written
  const shown = written.slice(0, 30)
  if (/^-\d/.test(number)) return { problem: `面积“${shown}”是负数。` }
  if (!/^\d+(\.\d+)?$/.test(number)) return { problem: `面积“${shown}”不是数字。` }
  if (/\.\d{4}\d*[1-9]/.test(number)) return { problem: `面积“${shown}”超过四位小数，请核对后写成最多四位。` }
  const area = parseArea(number.replace(/^0+(?=\d)/, ''))
  if (area === null || area > UNIT_AREA_MAX) {
    return { problem: `面积“${shown}”太大了（一户超过 10 万平方米），请核对小数点。` }
  }
  return area === 0 ? { problem: '面积是 0。不知道面积就空着，不要写 0。' } : { value: area }
}

export function readFlag(cell: string): Read<boolean> {
  const word = tightText(cell).toUpperCase()
  if (YES.includes(word)) return { value: true }
  if (NO.includes(word)) return { value: false }
  return { problem: `“开发商未售”一列写的是“${word.slice(0, 20)}”，请写“是”，或空着。` }
}

/** Several in one cell: “张三、李四”, one below the other, or “张三和李四” where both have a name. */
export function splitNames(cell: string): string[] {
  return plainText(cell)
    .split(/[、,;/\n\r|]+/)
    .flatMap((name) => (/^[^和]{2,4}和[^和]{2,4}$/.test(name.trim()) ? name.split('和') : [name]))
    .map((name) => name.replace(/\s+/g, /[\u4e00-\u9fff]/.test(name) ? '' : ' ').trim())
    .filter(Boolean)
}

/** Certificates or telephones: the same separators, spaces and dashes inside taken out. */
export function splitNumbers(cell: string): string[] {
  return plainText(cell)
    .split(/[、,;/\n\r|]+|和/)
    .map((number) => number.replace(/[\s-]/g, '').toUpperCase())
    .filter(Boolean)
}
