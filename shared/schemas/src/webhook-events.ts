/** Values alone: the page needs them, and no schemas with them. */

/** Names of the events that webhooks are told: of tickets, never of people, sessions and settings. */
export const OF_TICKETS =
  /^(ticket|turn|comment|clock|alert|dispatch|reply|moderation|attachment)\.|^(note\.added|act\.undone)$/
