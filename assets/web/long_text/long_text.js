// A text area that sends what is typed by itself: every five seconds while it changes, when it is left, when the tab hides.
// What stands in the area is the person's: the server's text is taken only when the form is opened, or opened anew.

const EVERY = 5000; // ms between two sendings while somebody types
const REMEMBERED = 30; // sent texts kept to know an echo of our own from somebody else's change
const fields = new WeakMap(); // place on the screen → its field
const memory = new Map(); // opening of a form → what was typed, for a field that is drawn anew
let count = 0;

export default function ({ data, parentElement, setStateValue }) {
  let field = fields.get(parentElement);
  if (!field) {
    field = new Field(parentElement);
    fields.set(parentElement, field);
  }
  field.show(data, setStateValue);
  return () => {
    field.close();
    fields.delete(parentElement);
  };
}

class Field {
  constructor(place) {
    const id = `gs-long-text-${(count += 1)}`;
    this.root = element("div", "field");
    this.label = element("label");
    this.label.htmlFor = id;
    this.area = element("textarea");
    this.area.id = id;
    this.help = element("p", "soft");
    this.help.id = `${id}-help`;
    this.counted = element("p", "soft");
    this.counted.id = `${id}-count`;
    this.error = element("p", "unseen");
    this.error.id = `${id}-error`;
    this.root.append(this.label, this.area, this.help, this.counted, this.error);
    place.append(this.root);
    this.history = [];
    this.composing = false;
    this.listen();
  }

  listen() {
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("compositionstart", () => {
      this.settled = this.area.value;
      this.composing = true;
    });
    this.area.addEventListener("compositionend", () => {
      this.composing = false;
      if (this.due) this.send();
    });
    this.area.addEventListener("blur", () => {
      this.composing = false;
      this.send();
    });
    this.area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send();
    });
    this.onHide = () => document.visibilityState === "hidden" && this.send();
    this.onLeave = () => {
      // the screen's own connection ends with the tab; half a syllable is better than a lost one
      const { last, value } = this.data;
      if (last && this.area.value !== value) navigator.sendBeacon("/nhap", JSON.stringify({ ...last, text: this.area.value }));
    };
    document.addEventListener("visibilitychange", this.onHide);
    window.addEventListener("pagehide", this.onLeave);
  }

  show(data, tell) {
    this.tell = tell;
    const opened = !this.data || this.data.opening !== data.opening;
    const before = this.data;
    this.data = data;
    if (opened) this.open(before, data);
    this.label.textContent = data.label;
    this.help.textContent = data.help;
    this.help.hidden = !data.help;
    this.area.placeholder = data.placeholder;
    this.area.style.minHeight = `${data.height}px`;
    this.error.textContent = data.error;
    this.told();
  }

  // A new opening: of this form for the first time, or by a server that has started again while this tab was open.
  open(before, data) {
    const here = before && before.last?.object === data.last?.object;
    const kept = here ? { text: this.area.value, history: this.history } : memory.get(data.opening);
    const ours = kept !== undefined && kept.history.includes(data.value);
    this.history = ours ? kept.history : [];
    const text = ours ? kept.text : data.value;
    if (this.area.value !== text) this.area.value = text;
    this.sent = data.value;
    this.note(data.value);
    this.remember();
    if (text !== data.value) this.later(0);
  }

  typed() {
    this.told();
    this.remember();
    this.later(EVERY);
  }

  later(wait) {
    if (this.timer === undefined) this.timer = setTimeout(() => this.send(), wait);
  }

  send() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.due = this.composing; // the input method is in the middle of a letter: the rest goes when it has ended
    const text = this.composing ? this.settled : this.area.value;
    if (text === this.sent) return;
    this.sent = text;
    this.note(text);
    this.tell("typed", { text, opening: this.data.opening });
  }

  note(text) {
    this.history = [...this.history.filter((each) => each !== text), text].slice(-REMEMBERED);
  }

  remember() {
    memory.set(this.data.opening, { text: this.area.value, history: this.history });
  }

  told() {
    const { note, most, error } = this.data;
    const long = [...this.area.value].length;
    const over = most && long > most;
    const words = over
      ? `${whole(long)} ký tự, nhiều hơn ${whole(most)}. Anh/chị rút gọn lại.`
      : note && `${whole(long)} ký tự. ${note}`;
    this.counted.textContent = words || "";
    this.counted.hidden = !words;
    this.counted.classList.toggle("wrong", Boolean(over));
    const said = [this.error, this.help, this.counted].filter((each) => each.textContent);
    set(this.area, "aria-describedby", said.map((each) => each.id).join(" "));
    set(this.area, "aria-invalid", over || error ? "true" : "");
  }

  close() {
    clearTimeout(this.timer);
    this.remember();
    document.removeEventListener("visibilitychange", this.onHide);
    window.removeEventListener("pagehide", this.onLeave);
    this.root.remove();
  }
}

function element(name, kind = "") {
  const made = document.createElement(name);
  made.className = kind;
  return made;
}

function set(node, name, value) {
  if (value) node.setAttribute(name, value);
  else node.removeAttribute(name);
}

function whole(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
}
