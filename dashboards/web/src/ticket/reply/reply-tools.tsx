import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { Button, Segmented } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Composition } from '../../data/drafts.ts'
import { When } from '../../form/field-box.tsx'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { useDesk } from '../desk.ts'
import style from './reply.module.css'

const KINDS = ['final', 'interim', 'holding'] as const satisfies readonly ReplyKind[]

type ToolsProps = {
  draft: Composition
  choosing: boolean
  onChange: (draft: Composition) => void
  onTemplates: () => void
  /** What else helps to write. */
  children: ReactNode
}

/** What a reply is besides its text: its kind, its template, what it promises and who has to approve it. */
export function ReplyTools({ draft, choosing, onChange, onTemplates, children }: ToolsProps) {
  const { view, now } = useDesk()
  const { kind, promiseUntil, important } = view.writing
  const promise = useId()
  return (
    <div className={style.tools}>
      <Segmented<ReplyKind>
        size="small"
        aria-label={t('reply.kind')}
        value={draft.kind ?? kind}
        onChange={kind => onChange({ ...draft, kind })}
        options={KINDS.map(value => ({
          value,
          label: t(`reply.kind.${value}`),
          title: t(`reply.kind-hint.${value}`)
        }))}
      />
      <Button size="small" aria-expanded={choosing} onClick={onTemplates}>
        {t('template.open')}
      </Button>
      {children}
      {promiseUntil !== undefined && (
        <span className={style.promise} title={t('reply.promise-hint', { at: clockTime(promiseUntil, now) })}>
          <label htmlFor={promise}>{t('reply.promise')}</label>
          <When
            id={promise}
            label={t('reply.promise')}
            value={draft.promisedAt === undefined ? '' : String(draft.promisedAt)}
            from={now}
            to={promiseUntil}
            onChange={value => onChange({ ...draft, promisedAt: value === '' ? undefined : Number(value) })}
          />
        </span>
      )}
      {important.length === 0 && (
        <label className={style.policy} title={t('reply.policy-hint')}>
          <input
            type="checkbox"
            checked={draft.important ?? false}
            onChange={event => onChange({ ...draft, important: event.target.checked || undefined })}
          />
          {t('reply.policy')}
        </label>
      )}
    </div>
  )
}
