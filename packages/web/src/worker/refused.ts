/** What was asked for is not done; the message is a sentence in the person's language that says why. */
export class Refused extends Error {}
