import { Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { after, goStep, type Step } from './place.ts'
import style from './welcome.module.css'

type FrameProps = {
  step: Step
  /** What was to be done here is done. */
  done: boolean
  children: ReactNode
}

/** A step: what it is for, what there is to do, and the way on. */
export const StepFrame = ({ step, done, children }: FrameProps) => (
  <>
    <div className={style.scroll}>
      <StepHead step={step} />
      {children}
    </div>
    <footer className={style.foot}>
      {!done && <span className={style.hint}>{t('welcome.later-hint')}</span>}
      <Button type={done ? 'primary' : 'default'} onClick={() => goStep(after(step))}>
        {t(done ? 'welcome.next' : 'welcome.later')}
      </Button>
    </footer>
  </>
)

export const StepHead = ({ step }: { step: Step }) => (
  <div>
    <h2>{t(`welcome.${step}`)}</h2>
    <p className={style.for}>{t(`welcome.${step}-for`)}</p>
  </div>
)
