import { Button } from 'antd'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { goHouse } from '../house/place.ts'
import { t } from '../language.ts'
import { goStep, STEPS, stepPlace } from './place.ts'
import type { Standing } from './standing.ts'
import { StepHead } from './step-frame.tsx'
import style from './welcome.module.css'

type DoneProps = { done: Standing['done']; demo: boolean; onLater: () => void }

/** What happens from now on, and what is still open. */
export function DoneStep({ done, demo, onLater }: DoneProps) {
  const open = STEPS.filter(step => step !== 'done' && !done[step])
  const leave = () => {
    onLater()
    visit('')
  }
  return (
    <>
      <div className={style.scroll}>
        <StepHead step="done" />
        {open.length > 0 && (
          <>
            <h3>{t('welcome.still-open')}</h3>
            <ul className={style.list}>
              {open.map(step => (
                <li key={step}>
                  <a href={stepPlace(step)} onClick={plainly(() => goStep(step))}>
                    {t(`welcome.${step}`)}
                  </a>
                  <span className={style.hint}>{t(`welcome.${step}-for`)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{t('welcome.from-now')}</h3>
        <ol className={style.next}>
          <li>{t(demo ? 'welcome.happens-demo' : 'welcome.happens-comments')}</li>
          <li>{t('welcome.happens-tickets')}</li>
          <li>{t('welcome.happens-replies')}</li>
          <li>{t('welcome.happens-alerts')}</li>
        </ol>
      </div>
      <footer className={style.foot}>
        <Button onClick={() => visit('?view=people')}>{t('welcome.invite-people')}</Button>
        <Button onClick={() => goHouse({})}>{t('view.house')}</Button>
        <Button type="primary" onClick={leave}>
          {t('welcome.to-tickets')}
        </Button>
      </footer>
    </>
  )
}
