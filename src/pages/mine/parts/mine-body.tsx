import type { MeView } from '@yishiting/domain/contract/people'
import { type MyPlace, useCompound, usePreferences, useSignOut } from '@/api/people'
import { chooseCompound } from '@/api/session-store'
import { go, MATTERS, PAGES } from '@/session/go'
import { type Filter, setFilter } from '@/speak/filter'
import { Button, Card, Cell, call, confirm, Picker, Switch, toast, useCare } from '@/ui'
import { DemoPart } from './demo-part'
import { MeCard } from './me-card'
import { StaffEntries } from './staff-entries'

const openList = (filter: Filter) => {
  setFilter(filter)
  go(MATTERS)
}

function CareSwitch() {
  const { care, setCare } = useCare()
  const preferences = usePreferences()
  const change = async (on: boolean) => {
    // The screen follows the finger; the server remembers it for the next phone.
    setCare(on)
    if (!(await preferences.send({ body: { care: on } })))
      toast('这台手机上改好了；没连上网，换手机时要再设一次')
  }
  return (
    <Card tight>
      <Switch
        id="care"
        label="长辈版"
        sub="字大一些，每页少放几样"
        checked={care}
        onChange={(on) => void change(on)}
      />
    </Card>
  )
}

/** Everything that is mine: who I am, my matters, my messages, my duties. */
export function MineBody({ me, place }: { me: MeView; place: MyPlace | undefined }) {
  const signOut = useSignOut()
  const { care } = useCare()
  const phone = useCompound().data?.branchPhone
  const leave = async () => {
    if (await confirm({ title: '退出登录？', text: '没送出的草稿留在这台手机里。', ok: '退出' }))
      await signOut()
  }
  return (
    <>
      <MeCard me={me} place={place} />
      {me.compounds.length > 1 && (
        <Picker
          id="compound"
          label="小区"
          options={me.compounds.map(({ id, name, label }) => ({ value: id, label: name, sub: label }))}
          value={place?.id ?? null}
          onChange={chooseCompound}
        />
      )}
      <Cell
        id="inbox"
        icon="bell"
        label="消息"
        value={place?.unread ? `${place.unread} 条没看` : '都看过了'}
        onPress={() => go(PAGES.inbox())}
      />
      <Cell id="my-matters" icon="edit" label="我说的事" onPress={() => openList({ mine: 'true' })} />
      <Cell
        id="my-followed"
        icon="follow"
        label="我关注的事"
        onPress={() => openList({ followed: 'true' })}
      />
      <Cell
        id="standing"
        icon="home"
        label="我能投票吗？"
        value={care ? undefined : '我的房子、名册对不对'}
        onPress={() => go(PAGES.standing())}
      />
      {!care && (
        <Cell
          id="calculate"
          icon="check"
          label="算一算"
          value="表决公告的数对不对"
          onPress={() => go(PAGES.calculate())}
        />
      )}
      <CareSwitch />
      {phone && (
        <Cell
          id="call-branch"
          icon="phone"
          label="打电话给支部"
          value={care ? undefined : phone}
          onPress={() => call(phone)}
        />
      )}
      {place && <StaffEntries can={place.can} />}
      {me.demo && <DemoPart name={me.name} />}
      <Button id="sign-out" kind="quiet" onPress={leave}>
        退出登录
      </Button>
    </>
  )
}
