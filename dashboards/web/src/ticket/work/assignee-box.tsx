import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useMe } from '../../data/session.ts'
import { keyHint } from '../../keys/key-hint.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { t } from '../../language.ts'
import { PersonIcon } from '../../marks/icons.tsx'
import { mayDo, useDesk } from '../desk.ts'
import { ColleaguePicker } from './colleague-picker.tsx'
import style from './work.module.css'

/** Who has it in hand; whoever may gives it to a colleague, or takes it. */
export function AssigneeBox() {
  const { view, busy, act } = useDesk()
  const me = useMe()?.id
  const [open, setOpen] = useState(false)
  const may = mayDo(view, 'assign') || mayDo(view, 'unassign')
  useShortcuts({ assign: () => (may && busy === undefined ? setOpen(true) : false) })
  const { assignedTo } = view
  const mine = assignedTo !== undefined && assignedTo.id === me
  const words = !assignedTo ? t('work.nobody') : mine ? t('work.mine') : t('work.with', { who: assignedTo.name })
  const look = `${style.assignee} ${mine ? style.mine : ''}`
  const name = (
    <>
      <PersonIcon />
      {words}
    </>
  )
  if (!may) return <span className={look}>{name}</span>

  const from = assignedTo && { from: assignedTo.id }
  const give = (to: string) => act({ kind: 'assign', body: { to, ...from } })
  const choose = (to: string | undefined) => {
    setOpen(false)
    if (to !== undefined) give(to)
    else if (from) act({ kind: 'unassign', body: from })
  }
  return (
    <span className={style.pair}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={open}
        destroyOnHidden
        onOpenChange={setOpen}
        content={<ColleaguePicker chosen={assignedTo?.id} onChoose={choose} />}
      >
        <button
          type="button"
          className={look}
          aria-expanded={open}
          title={`${t('work.assign')} · ${keyHint('assign')}`}
          disabled={busy !== undefined}
        >
          {name}
          <span aria-hidden="true" className={style.more} />
        </button>
      </Popover>
      {me !== undefined && !mine && mayDo(view, 'assign') && (
        <Button size="small" type="text" disabled={busy !== undefined} onClick={() => give(me)}>
          {t('work.take')}
        </Button>
      )}
    </span>
  )
}
