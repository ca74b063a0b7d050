/** What has just been done, said once to those who listen rather than look. */
class Announcement {
  said = $state('');

  say(text: string) {
    // The same words twice are said twice: what differs is a space.
    this.said = this.said === text ? `${text}\u00a0` : text;
  }
}

export const announcement = new Announcement();
