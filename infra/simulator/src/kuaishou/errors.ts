import { type Answer, ok } from '../answer.ts'

const ERRORS: Record<number, [error: string, message: string]> = {
  100200100: ['invalid_request', 'A required parameter is missing or wrong'],
  100200101: ['invalid_client', 'app_id or app_secret is wrong'],
  100200102: ['access_denied', 'The token is invalid'],
  100200103: ['unsupported_response_type', 'response_type is wrong'],
  100200104: ['unsupported_grant_type', 'grant_type is wrong'],
  100200105: ['invalid_grant', 'The code is invalid'],
  100200106: ['invalid_scope', 'The scope was not granted'],
  100200107: ['invalid_open_id', 'open_id is invalid'],
  100200108: ['access_token_expired', 'access_token has expired'],
  100200109: ['authorization_cancelled', 'The user cancelled the authorization'],
  100200110: ['authorization_expired', 'The authorization has expired'],
  100200111: ['unauthorized', 'The user never authorized the app'],
  100200112: ['bundle_token', 'The token belongs to another bundle'],
  100200113: ['refresh_token_expired', 'refresh_token has expired'],
  100200500: ['server_error', 'Internal error'],
  120001: ['photo_not_found', 'The video is not there'],
  120002: ['upload_unfinished', 'The upload is not done'],
  120003: ['publish_failed', 'Publishing failed'],
  100400: ['bad_parameter', 'Parameter error'],
  400002: ['rate_limited', 'The API is called too often']
}

/** Kuaishou's answer to what it does not take: status 200; 1 would be success. */
export function kuaishouError(result: number, _path: string, message?: string): Answer {
  const [error, told] = ERRORS[result] ?? ['unknown_error', 'Unknown error']
  return ok({ result, error, error_msg: message ?? told })
}
