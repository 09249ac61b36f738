import type { Chance } from '../chance'

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严',
]
const FIRST = [...'建国文海晓思志秀桂春玉丽淑明德永佳子雨欣宇浩嘉俊雪梅兰芳红伟强军平立新宏光庆长美金凤']
const SECOND = [...'民英华兰梅芬琴珍霞萍敏静洁涛波杰鹏飞斌辉峰龙勇刚毅磊超博轩涵怡彤妍琪瑶宁安和清远航阳']

/** A plausible, made-up name. */
export function makeName(by: Chance): string {
  const given = by.next() < 0.18 ? by.pick(SECOND) : by.pick(FIRST) + by.pick(SECOND)
  return by.pick(SURNAMES) + given
}

/** A number that nobody has: the middle group is all zeros. */
export const makePhone = (index: number): string => `1990000${String(index).padStart(4, '0')}`
