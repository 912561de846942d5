import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useAccounts } from '../data/accounts.ts'
import { useMay } from '../data/may.ts'
import { ActForm } from '../form/act-form.tsx'
import { slowly } from '../form/busy.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { type Tone, ToneMark } from '../marks/tone.tsx'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime } from '../time.ts'
import type { PartProps } from './incident-sheet.tsx'
import style from './sheet.module.css'
import { confirmForm, type Place, publishForm, returnForm } from './statement-forms.ts'
import { type IncidentDo, part } from './use-incident-act.ts'

type Statement = IncidentView['statements'][number]

const TONES: Record<Statement['state'], Tone> = {
  drafted: 'soon',
  returned: 'late',
  approved: 'soon',
  published: 'soon',
  confirmed: 'good'
}

type CardProps = PartProps & { statement: Statement; me: string; live: boolean; onAgain: () => void }

/** One statement, how far it has come, and the next step of its way. */
export function StatementCard({ statement, view, acting, now, me, live, onAgain }: CardProps) {
  const may = useMay()
  const [asking, setAsking] = useState<FormSpec<IncidentDo>>()
  const places = usePlaces(view, may('account.read') && statement.state === 'approved')
  const { state, id, hash, by } = statement
  const kind = `statements/${part(id)}`
  const close = () => setAsking(undefined)
  const give = (act: IncidentDo) => acting.mutate(act, { onSuccess: close })
  const asked = (form: FormSpec<IncidentDo>, main = false) => (
    <Button size="small" type={main ? 'primary' : 'default'} onClick={() => setAsking(form)}>
      {form.title}
    </Button>
  )
  const approves = may('incident.approve') && live
  const handles = may('incident.handle')
  return (
    <li className={style.statement} data-statement={id} data-state={state}>
      <p className={style.byline}>
        <ToneMark tone={TONES[state]}>{t(`statement.state.${state}`)}</ToneMark>
        <strong>{statement.title}</strong>
        <span className={style.quiet}>{t(`statement.kind.${statement.kind}`)}</span>
      </p>
      <p className={style.words}>{statement.text}</p>
      <Way statement={statement} now={now} />
      <div className={style.acts}>
        {approves && state === 'drafted' && (
          <Button
            size="small"
            type="primary"
            title={by.name === me ? t('statement.own') : undefined}
            loading={slowly(acting.isPending && acting.variables.kind === `${kind}/approve`)}
            onClick={() => give({ kind: `${kind}/approve`, body: { hash } })}
          >
            {t('statement.approve')}
          </Button>
        )}
        {approves && (state === 'drafted' || state === 'approved') && asked(returnForm(kind))}
        {handles && live && state === 'approved' && asked(publishForm(kind, places), true)}
        {handles && state === 'published' && asked(confirmForm(kind, now), true)}
        {handles && live && state === 'returned' && (
          <Button size="small" onClick={onAgain}>
            {t('statement.again')}
          </Button>
        )}
      </div>
      {asking && <ActForm key={asking.id} spec={asking} busy={acting.isPending} onGive={give} onCancel={close} />}
    </li>
  )
}

/** The accounts at which it is spoken of first, then the office's others. */
function usePlaces({ spread }: IncidentView, all: boolean): Place[] {
  const accounts = useAccounts(all).data ?? []
  const there = spread.map(({ platform, account, name }) => ({ platform, account, name: name ?? account }))
  const others = accounts.map(({ account: { platform, id, name } }) => ({ platform, account: id, name }))
  const known = new Map([...there, ...others].map(one => [`${one.platform}/${one.account}`, one]))
  return [...known.values()]
}

/** Who drafted, approved, returned, published and confirmed it. */
function Way({ statement, now }: { statement: Statement; now: number }) {
  const { by, at, approved, returned, published, confirmed } = statement
  const when = (of: { at: number }) => clockTime(of.at, now)
  const link = published?.link
  return (
    <p className={`${style.byline} ${style.quiet}`}>
      <span>{t('statement.by', { who: by.name, at: clockTime(at, now) })}</span>
      {approved && <span>{t('statement.approved', { who: approved.by.name, at: when(approved) })}</span>}
      {returned && (
        <span>{t('statement.returned', { who: returned.by.name, at: when(returned), reason: returned.reason })}</span>
      )}
      {published && <span>{t('statement.published', { who: published.by.name, at: when(published) })}</span>}
      {confirmed && <span>{t('statement.confirmed', { who: confirmed.by.name, at: when(confirmed) })}</span>}
      {isWeb(link) && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('statement.see')}
        </a>
      )}
    </p>
  )
}
