import { Alert, Button } from 'antd'
import { visit } from '../data/query-string.ts'
import { t } from '../language.ts'
import { StepFrame } from './step-frame.tsx'

/** Whoever is here has a password of their own already; a second factor is advised. */
export const PasswordStep = () => (
  <StepFrame step="password" done>
    <Alert type="success" showIcon title={t('welcome.password-done')} />
    <p>{t('welcome.password-more')}</p>
    <div>
      <Button onClick={() => visit('?view=me')}>{t('me.open')}</Button>
    </div>
  </StepFrame>
)
