import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Button, PageFrame, Row, Small, Stack, useCare } from '@/ui'
import { FormPart } from './form-part'
import { MatterPart } from './matter-part'
import { StatePart } from './state-part'

/** Every component on one page, for eyes only: built when GALLERY is set. ?part= shows one part, ?care=1 in care mode. */
export default function Gallery() {
  const { params } = useRouter()
  const { setCare } = useCare()
  useEffect(() => setCare(params.care === '1'), [params.care, setCare])
  const shows = (part: string) => !params.part || params.part === part
  return (
    <PageFrame
      title="部件"
      actions={
        <Stack gap={2}>
          <Row>
            <Button kind="plain" grow={1} onPress={() => new Promise((done) => setTimeout(done, 2000))}>
              收意见
            </Button>
            <Button grow={1.4}>就动议表决</Button>
          </Row>
          <Small center>没网也能写，有网时自动送出</Small>
        </Stack>
      }
    >
      {shows('matter') && <MatterPart />}
      {shows('form') && <FormPart />}
      {shows('state') && <StatePart />}
    </PageFrame>
  )
}
