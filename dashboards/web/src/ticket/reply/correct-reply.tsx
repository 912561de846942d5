import { Button } from 'antd'
import { t } from '../../language.ts'
import type { SentReply } from '../conversation.ts'
import { useDesk } from '../desk.ts'
import { reasonForm } from '../reason-form.ts'
import style from './reply.module.css'

/** How a reply that stands there is put right, and the way to begin. */
export function Correct({ reply: { correction, text, kind } }: { reply: SentReply }) {
  const { busy, ask, write } = useDesk()
  if (!correction) return null
  const { how, by } = correction
  const begin = () => {
    if (by === 'reopen') ask(reasonForm('reopen'))
    else write({ text: how === 'replace' ? text : t('correction.begins'), kind })
  }
  return (
    <span className={style.correction}>
      {t(`correction.${how}`)}
      {(by === 'reopen' || by === 'reply.draft') && (
        <Button size="small" type="link" disabled={busy !== undefined} onClick={begin}>
          {t(by === 'reopen' ? 'correction.reopen' : 'correction.write')}
        </Button>
      )}
    </span>
  )
}
