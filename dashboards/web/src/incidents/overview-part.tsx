import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { InstructionBody } from '@huiyin/schemas/instruction.ts'
import { useMay } from '../data/may.ts'
import { plainly } from '../frame/plainly.ts'
import { language, t } from '../language.ts'
import { clockTime } from '../time.ts'
import { Curve } from './curve.tsx'
import { Figures, Spread } from './figures.tsx'
import type { PartProps } from './incident-sheet.tsx'
import { Instructions } from './instructions.tsx'
import { MemberCard } from './member-card.tsx'
import { goIncident, incidentHref } from './place.ts'
import { refusalWords } from './refusal-words.ts'
import style from './sheet.module.css'
import { part } from './use-incident-act.ts'
import { sentenceOf, whyLevel, whyRaised } from './why-words.ts'

/** What it is, why it was raised, how it went, and what its gravest say. */
export function OverviewPart({ view, acting, now }: PartProps) {
  const may = useMay()
  const live = view.state === 'open' || view.state === 'calm'
  const give = (body: InstructionBody) => acting.mutateAsync({ kind: 'instructions', body })
  const done = (id: string, body: { text: string }) =>
    acting.mutateAsync({ kind: `instructions/${part(id)}/done`, body })
  return (
    <>
      <p className={style.sentence}>{sentenceOf(view, now)}</p>
      <Ends view={view} now={now} />
      {(view.instructions.length > 0 || may('case.instruct')) && (
        <Instructions
          rows={view.instructions}
          now={now}
          busy={acting.isPending}
          refused={acting.error && isInstruction(acting.variables.kind) ? refusalWords(acting.error) : undefined}
          {...(live && may('case.instruct') && { onGive: give })}
          {...(live && may('incident.handle') && { onDone: done })}
        />
      )}
      <section className={style.block} aria-label={t('incident.why')}>
        <h3>{t('incident.why')}</h3>
        <p>{whyRaised(view, now)}</p>
        <p>{whyLevel(view, now)}</p>
        {view.words.length > 0 && (
          <p>
            {t('incident.why-words')}{' '}
            {view.words.map(word => (
              <span className={style.word} key={word}>
                {word}
              </span>
            ))}
          </p>
        )}
      </section>
      <section className={style.block} aria-label={t('incident.curve')}>
        <h3>{t('incident.curve')}</h3>
        <Curve points={view.curve} now={now} />
      </section>
      <section className={style.block} aria-label={t('incident.figures')}>
        <h3>{t('incident.figures')}</h3>
        <Figures view={view} now={now} />
      </section>
      <section className={style.block} aria-label={t('incident.spread')}>
        <h3>{t('incident.spread')}</h3>
        <Spread view={view} />
      </section>
      {view.cited.length > 0 && (
        <section className={style.block} aria-label={t('incident.cited')}>
          <h3>{t('incident.cited')}</h3>
          <ol className={style.stack}>
            {view.cited.map(row => (
              <MemberCard key={row.id} row={row} now={now} />
            ))}
          </ol>
        </section>
      )}
      {view.review && <ReviewBlock review={view.review} />}
    </>
  )
}

const isInstruction = (kind: string) => kind.startsWith('instructions')

/** How it ended, where it did; and where it goes on. */
function Ends({ view, now }: { view: IncidentView; now: number }) {
  const { mergedInto, splitFrom, closed, dismissed } = view
  const at = (of: { at: number }) => clockTime(of.at, now)
  const way = (id: string) => (
    <a href={incidentHref({ open: id })} onClick={plainly(() => goIncident({ open: id }))}>
      {t('incident.go-there')}
    </a>
  )
  return (
    <>
      {mergedInto !== undefined && (
        <p className={style.note}>
          {t('incident.merged-into')} {way(mergedInto)}
        </p>
      )}
      {splitFrom !== undefined && (
        <p className={style.note}>
          {t('incident.split-from')} {way(splitFrom)}
        </p>
      )}
      {closed && (
        <p className={style.note}>
          {t('incident.closed-by', { who: closed.by.name, at: at(closed), reason: closed.reason })}
        </p>
      )}
      {dismissed && (
        <p className={style.note}>
          {t('incident.dismissed-by', { who: dismissed.by.name, at: at(dismissed), reason: dismissed.reason })}
        </p>
      )}
    </>
  )
}

const ASPECTS = ['happened', 'cause', 'measures', 'lessons'] as const

const ReviewBlock = ({ review }: { review: NonNullable<IncidentView['review']> }) => (
  <section className={style.block} aria-label={t('incident.review')} lang={language()}>
    <h3>{t('incident.review')}</h3>
    <dl className={style.aspects}>
      {ASPECTS.map(aspect => (
        <div key={aspect}>
          <dt>{t(`incident.review.${aspect}`)}</dt>
          <dd className={style.words}>{review[aspect]}</dd>
        </div>
      ))}
    </dl>
  </section>
)
