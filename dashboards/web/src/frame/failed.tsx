import { Button } from 'antd'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { Notice } from './notice.tsx'

type Failure = { title?: string; error: unknown; onRetry: () => unknown }

/** A place that could not be filled, why, and a way on. */
export const Failed = ({ title = t('app.failed'), error, onRetry }: Failure) => (
  <Notice title={title} hint={problemWords(error)}>
    <Button onClick={onRetry}>{t('list.retry')}</Button>
  </Notice>
)

/** Stands where the page stood when a mistake of ours broke it. */
export const Broken = () => (
  <Notice title={t('app.failed')} hint={t('app.failed-hint')}>
    <button type="button" onClick={() => location.reload()}>
      {t('app.reload')}
    </button>
  </Notice>
)
