import type { Answer } from '../answer.ts'

const MESSAGES: Record<number, string> = {
  400: 'Bad request',
  401: 'The access token is invalid',
  403: 'This action is not allowed',
  404: 'Record not found',
  410: 'Gone',
  422: 'Validation failed',
  429: 'Too many requests',
  500: 'Something went wrong on our end',
  503: 'There was a temporary problem serving your request, please try again'
}

/** Mastodon's answer to what it does not take: the status says what is meant, the words are for people. */
export const mastodonError = (status: number, message = MESSAGES[status] ?? 'Unknown error'): Answer => ({
  status,
  body: { error: message }
})

export const NO_TOKEN = 'The access token is invalid'
export const REVOKED = 'The access token was revoked'
export const NO_USER = 'This method requires an authenticated user'
export const NO_SCOPE = 'This action is outside the authorized scopes'
export const DISABLED = 'Your login is currently disabled'
