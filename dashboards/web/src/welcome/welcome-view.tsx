import { useMe } from '../data/session.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { plainly } from '../frame/plainly.ts'
import { learnWords, t } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { HOUSE_WORDS } from '../words-house.ts'
import { WELCOME_WORDS } from '../words-welcome.ts'
import { goStep, STEPS, type Step, stepPlace, useStep } from './place.ts'
import { type Standing, useNotes, useStanding } from './standing.ts'
import { AccountsStep } from './step-accounts.tsx'
import { ChannelsStep } from './step-channels.tsx'
import { DepartmentsStep } from './step-departments.tsx'
import { DoneStep } from './step-done.tsx'
import { DutyStep } from './step-duty.tsx'
import { PasswordStep } from './step-password.tsx'
import style from './welcome.module.css'

learnWords({ ...HOUSE_WORDS, ...WELCOME_WORDS })

/** The first steps of an office, one after the other; each can be left for later and found again. */
export function WelcomeView({ now, demo }: ViewProps) {
  const { noted, note } = useNotes()
  const standing = useStanding(demo, noted.tested)
  const asked = useStep()
  if (standing.error) return <Failed title={t('welcome.failed')} error={standing.error} onRetry={standing.retry} />
  if (!standing.isReady) return <Loading />
  const step = asked ?? STEPS.find(one => !standing.done[one]) ?? 'done'
  const tested = (channel: string) => note({ tested: [...new Set([...noted.tested, channel])] })
  return (
    <div className={style.welcome}>
      <StepsList here={step} done={standing.done} />
      <section className={style.step} aria-label={t(`welcome.${step}`)}>
        <OpenStep
          step={step}
          standing={standing}
          demo={demo}
          now={now}
          tested={noted.tested}
          onTested={tested}
          onLater={() => note({ later: true })}
        />
      </section>
    </div>
  )
}

type OpenProps = {
  step: Step
  standing: Standing
  demo: boolean
  now: number
  tested: readonly string[]
  onTested: (channel: string) => void
  onLater: () => void
}

function OpenStep({ step, standing: { done }, demo, now, tested, onTested, onLater }: OpenProps) {
  const me = useMe()
  if (step === 'password') return <PasswordStep />
  if (step === 'accounts') return <AccountsStep demo={demo} />
  if (step === 'departments') return <DepartmentsStep now={now} />
  if (step === 'channels') return <ChannelsStep tested={tested} onTested={onTested} />
  if (step === 'duty') return <DutyStep me={me} now={now} />
  return <DoneStep done={done} demo={demo} onLater={onLater} />
}

/** All steps with what is done of them. */
const StepsList = ({ here, done }: { here: Step; done: Standing['done'] }) => (
  <nav className={style.steps} aria-label={t('view.welcome')}>
    <h2>{t('view.welcome')}</h2>
    <ol>
      {STEPS.map((step, i) => (
        <li key={step}>
          <a
            href={stepPlace(step)}
            aria-current={step === here ? 'step' : undefined}
            data-done={done[step]}
            onClick={plainly(() => goStep(step))}
          >
            <span className={style.mark} aria-hidden="true">
              {done[step] ? '✓' : i + 1}
            </span>
            {t(`welcome.${step}`)}
            {done[step] && <span className="visually-hidden">{t('welcome.is-done')}</span>}
          </a>
        </li>
      ))}
    </ol>
    <p className={style.hint}>{t('welcome.kept')}</p>
  </nav>
)
