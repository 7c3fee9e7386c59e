/** A picture that cannot be accepted, with a message for the uploader. */
export class UnusablePicture extends Error {}
