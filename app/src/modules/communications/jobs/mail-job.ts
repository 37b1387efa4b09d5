/** The name of the job that turns a notification into a mail. Apart from the job itself, which needs what tell() must not import. */
export const mailJob = 'communications.mail'
