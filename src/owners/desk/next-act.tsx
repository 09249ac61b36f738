import type { VoteView } from '@yishiting/domain/contract/owners'
import { useCertifyVote, usePublishVote, useRemind } from '@/api/owners-desk'
import { go, PAGES } from '@/parts/go'
import { Button, confirm, toast } from '@/ui'

/** The one thing to do now, at the thumb; nothing where there is none. */
export function NextAct({ vote }: { vote: VoteView }) {
  const [remind, publish, certify] = [useRemind(), usePublishVote(), useCertifyVote()]
  const params = { voteId: vote.id }
  const { can } = vote
  const openConflicts = vote.result?.conflicts.open ?? 0

  const doRemind = async () => {
    const sure = await confirm({
      title: '提醒还没投的人？',
      text: '只提醒没投的，一天一次。您看不到是谁。',
      ok: '提醒',
    })
    const answer = sure ? await remind.send({ params }) : null
    if (answer) toast(`提醒了 ${answer.reminded} 人`, 'ok')
  }
  const doPublish = async () => {
    const sure = await confirm({
      title: '公布结果？',
      text: `${openConflicts > 0 ? `还有 ${openConflicts} 张对不上的票没有认定。` : ''}公布以后，所有业主都看得到，不能收回；异议期从现在算起，${vote.rules.objectionDays} 天。`,
      ok: '公布',
    })
    if (sure && (await publish.send({ params }))) toast('结果公布了', 'ok')
  }
  const doCertify = async () => {
    const sure = await confirm({
      title: '确认结果？',
      text: '异议期满、异议都答复了，才能确认。确认以后不能再改。',
      ok: '确认',
    })
    if (sure && (await certify.send({ params }))) toast('结果确认了', 'ok')
  }

  if (can.edit)
    return (
      <Button id="vote-edit" onPress={() => go(PAGES.voteDraft(vote.id))}>
        接着写草稿
      </Button>
    )
  if (can.certify)
    return (
      <Button id="vote-certify" onPress={doCertify}>
        确认结果
      </Button>
    )
  if (can.rule && openConflicts > 0)
    return (
      <Button id="vote-rule" onPress={() => go(PAGES.conflicts(vote.id))}>
        {`认定 ${openConflicts} 张对不上的票`}
      </Button>
    )
  if (can.publish)
    return (
      <Button id="vote-publish" onPress={doPublish}>
        公布结果
      </Button>
    )
  if (can.remind)
    return (
      <Button id="vote-remind" onPress={doRemind}>
        提醒还没投的人
      </Button>
    )
  if (can.enterPapers)
    return (
      <Button id="vote-papers" onPress={() => go(PAGES.papers(vote.id))}>
        录纸质票
      </Button>
    )
  return null
}
