import type { CommentView, MatterView } from '@yishiting/domain/contract/speak'
import { speakTime } from '@yishiting/domain/matter/instant'
import { COMMENT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { useNow } from '@/api/people'
import { useComment, useComments, useHideComment } from '@/api/speak'
import { Body, Button, Card, Field, Heading, Row, Small, Stack, TextArea, toast } from '@/ui'
import { ReasonSheet } from './reason-sheet'

interface OneProps {
  comment: CommentView
  canHide: boolean
  onHide(): void
}

function One({ comment, canHide, onHide }: OneProps) {
  const now = useNow()
  const who = comment.mine ? `${comment.who}（我）` : comment.who
  return (
    <Stack gap={0}>
      <Row between>
        <Small>{`${who} · ${speakTime(Date.parse(comment.at), now)}`}</Small>
        {canHide && !comment.hidden && (
          <Button id={`hide-${comment.id}`} kind="quiet" small onPress={onHide}>
            隐去
          </Button>
        )}
      </Row>
      {comment.hidden && <Small>{`这条留言被隐去了。原因：${comment.hiddenReason ?? '没有写'}`}</Small>}
      {(!comment.hidden || comment.text) && <Body>{comment.text}</Body>}
    </Stack>
  )
}

function Write({ matterId }: { matterId: string }) {
  const [text, setText] = useState('')
  const comment = useComment()
  const send = async () => {
    if (!(await comment.send({ params: { matterId }, body: { text } }))) return
    setText('')
    toast('留言发出去了', 'ok')
  }
  const isBlank = text.trim() === ''
  return (
    <Field label="说两句" value={text} max={text ? COMMENT_MAX : undefined} error={comment.problem?.message}>
      <Stack gap={2}>
        <TextArea
          id="comment-text"
          label="留言"
          placeholder="邻居们看得到，请好好说"
          rows={2}
          value={text}
          onChange={setText}
        />
        {!isBlank && (
          <Button id="comment-send" kind="plain" onPress={send}>
            发留言
          </Button>
        )}
      </Stack>
    </Field>
  )
}

/** What neighbours say below a matter: the latest at once, the rest on demand. */
export function Comments({ matter }: { matter: MatterView }) {
  const [isWhole, setWhole] = useState(false)
  const [hiding, setHiding] = useState<string | null>(null)
  const pages = useComments(matter.id, isWhole)
  const hide = useHideComment()
  const comments = pages.data?.pages.flatMap((page) => page.comments) ?? matter.latestComments
  const hasMore = pages.data ? pages.hasNextPage : matter.comments > matter.latestComments.length
  const more = () => (pages.data ? pages.fetchNextPage() : setWhole(true))
  return (
    <>
      <Heading aside={matter.comments > 0 ? `${matter.comments} 条` : undefined}>邻居的话</Heading>
      <Card>
        <Stack gap={4}>
          {comments.map((comment) => (
            <One
              key={comment.id}
              comment={comment}
              canHide={matter.canHideComment}
              onHide={() => setHiding(comment.id)}
            />
          ))}
          {comments.length === 0 && <Small>还没有人留言。</Small>}
          {hasMore && (
            <Button id="comments-more" kind="quiet" onPress={more}>
              再看一些留言
            </Button>
          )}
          {matter.canComment && <Write matterId={matter.id} />}
        </Stack>
      </Card>
      <ReasonSheet
        title="隐去这条留言"
        hint="写明原因，留言的人会看到。"
        ok="隐去"
        danger
        open={hiding !== null}
        problem={hide.problem?.message}
        onClose={() => setHiding(null)}
        onSend={async (reason) => {
          const done = await hide.send({
            params: { matterId: matter.id, commentId: hiding ?? '' },
            body: { reason },
          })
          if (done) setHiding(null)
        }}
      />
    </>
  )
}
