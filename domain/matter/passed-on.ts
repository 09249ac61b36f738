/** What words of “somebody else’s business” are made of: take these away, and nothing is left that names or tells anything. */
const EMPTY_WORDS = `
您好 你好 此事 该事 这件事 此件 该件 问题 情况 该 这个 您反映的 反映的 我们 我处 我方 我 本 咱们 物业 支部 居委会 社区
现在 现 已经 已 将 正在 把 会 由 请 找 去 问 向 给 至 到 了 的 并 也
转交 转办 转给 转至 转到 转出去 转出 转 移交 移送 交给 交由 交 上报 报送 报给 报告 报 反映 反馈 通知 联系 协调 督促
相关 有关 主管 职能 责任 上级 其他 其它 别的 部门 单位 科室 公司 方面 负责人 人员 同志 领导 负责
处理 办理 跟进 解决 研究 核实 调查 进行 尽快 不属于 不属 不归 不是 不在 无权 职责 职权 权限 管辖 业务 工作 受理 管理
管 范围 之内 内 事情 事 特此 答复 回复 告知 谢谢 感谢 理解 谅解 耐心 等待 等候 结果 望 您 中
`
const longestFirst = EMPTY_WORDS.trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)
const EMPTY = new RegExp(`${longestFirst.join('|')}|[\\s，。！？、；：,.!?;:“”"'（）()…—-]`, 'g')
const PASSING = /转|交|报|反映|反馈|通知|联系|不属|不归|不是|不在|无权/

/** Do these words only hand the matter to nobody in particular, or turn it away? They never count as done (RULES.md §1). */
export function isOnlyPassedOn(words: string): boolean {
  return PASSING.test(words) && words.replace(EMPTY, '') === ''
}

/** “相关部门” is nowhere to go. */
export function namesNobody(whereTo: string): boolean {
  return /部门|单位|科室|方面|上级|领导/.test(whereTo) && whereTo.replace(EMPTY, '') === ''
}
