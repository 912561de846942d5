import { Button } from 'antd'
import type { ReactNode } from 'react'
import { segment } from '../../data/acts.ts'
import { serverNow, useSecondsTo } from '../../data/server-time.ts'
import { slowly } from '../../form/busy.ts'
import { keyHint } from '../../keys/key-hint.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { t } from '../../language.ts'
import { mayDo, useDesk } from '../desk.ts'
import { doneWords } from './done-words.ts'
import { type Leaving, leavingOf } from './leaving.ts'
import style from './undo.module.css'

/** An act that was taken back, by its name, and until when (UTC in ms) that is said. */
export type Undone = { type: string; until: number }

/** What one has just done and can still take back: what waits to leave before all else. */
export function UndoBar({ undone }: { undone: Undone | undefined }) {
  const { view } = useDesk()
  const leaving = leavingOf(view, serverNow())
  const waits = useSecondsTo(leaving?.at)
  const left = useSecondsTo(view.undo?.until)
  const said = useSecondsTo(undone?.until)
  if (leaving && waits > 0) return <CallBack of={leaving} seconds={waits} />
  if (view.undo && left > 0 && (!undone || said === 0)) return <TakeBack of={view.undo} seconds={left} />
  return undone && said > 0 ? <Line>{t('undo.undone', { what: doneWords(undone.type) })}</Line> : null
}

/** The words alone are read out: the seconds would be, each of them. */
const Line = ({ children, act }: { children: ReactNode; act?: ReactNode }) => (
  <p className={style.bar}>
    <span role="status">{children}</span>
    {act}
  </p>
)

function TakeBack({ of: { of, type }, seconds }: { of: { of: string; type: string }; seconds: number }) {
  const { busy, act } = useDesk()
  const undo = () => act({ kind: 'undo', body: { of } })
  useShortcuts({ undo: () => (busy === undefined ? void undo() : false) })
  return (
    <Line
      act={
        <Button
          size="small"
          type="link"
          disabled={busy !== undefined}
          loading={slowly(busy === 'undo')}
          aria-label={t('undo.do')}
          title={keyHint('undo')}
          onClick={undo}
        >
          {t('undo.do')}
          <span className={style.seconds} aria-hidden="true">
            {t('undo.seconds', { seconds })}
          </span>
        </Button>
      }
    >
      {t('undo.done', { what: doneWords(type) })}
    </Line>
  )
}

function CallBack({ of, seconds }: { of: Leaving; seconds: number }) {
  const { busy, act, write } = useDesk()
  const may = of.what === 'reply' ? mayDo(of.reply, 'reply.withdraw') : mayDo(of.dispatch, 'dispatch.withdraw')
  const named = { department: of.what === 'dispatch' ? of.dispatch.department : '' }
  const withdraw = async () => {
    if (of.what === 'dispatch') {
      await act({
        kind: `dispatches/${segment(of.dispatch.id)}/withdraw`,
        body: { reason: t('leaving.reason') }
      })
      return
    }
    const { id, text, kind } = of.reply
    if (await act({ kind: `replies/${segment(id)}/withdraw` })) write({ text, kind })
  }
  useShortcuts({ undo: () => (may && busy === undefined ? void withdraw() : false) })
  return (
    <Line
      act={
        may && (
          <Button
            size="small"
            type="link"
            disabled={busy !== undefined}
            loading={slowly(busy?.endsWith('/withdraw') ?? false)}
            onClick={withdraw}
          >
            {t('leaving.withdraw')}
          </Button>
        )
      }
    >
      <span className="visually-hidden">{t(`leaving.${of.what}`, named)}</span>
      <span aria-hidden="true">{t(`leaving.${of.what}-in`, { ...named, seconds })}</span>
    </Line>
  )
}
