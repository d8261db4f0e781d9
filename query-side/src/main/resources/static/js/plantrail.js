// Acting in place: a button opens the panel of its step, the panel posts the command, and the page
// comes back once it shows what was done.
(() => {
  const cookie = (name) =>
    document.cookie.split("; ").find((each) => each.startsWith(name + "="))?.slice(name.length + 1);

  const csrf = () => {
    const token = cookie("XSRF-TOKEN");
    return token ? { "X-XSRF-TOKEN": decodeURIComponent(token) } : {};
  };

  document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, csrf()));

  const panel = (button) => {
    const dialog = document.getElementById("step-" + button.dataset.step);
    const form = dialog.querySelector("form");
    form.reset();
    form.querySelector("details").open = false;
    clear(form);
    form.dataset.given = button.dataset.given ?? JSON.stringify({ [form.dataset.field]: button.dataset.subject });
    form.querySelectorAll("[data-parts]").forEach((group) => {
      group.querySelectorAll("[data-part], .fault").forEach((each) => each.remove());
      part(group);
    });
    form.querySelectorAll("[data-stated]").forEach((group) => group.querySelectorAll("[data-figure], .fault").forEach((each) => each.remove()));
    form.querySelectorAll("[data-figures]").forEach((asked) => ask(asked, JSON.parse(button.dataset.asked ?? "[]")));
    dialog.querySelector("[data-about]").textContent = button.dataset.about;
    dialog.showModal();
  };

  const element = (name, properties) => Object.assign(document.createElement(name), properties);

  // The indicators that a report's form asks for, each with a field of its kind.
  const ask = (asked, indicators) => {
    asked.querySelectorAll("div").forEach((each) => each.remove());
    asked.hidden = indicators.length === 0;
    for (const indicator of indicators) {
      const id = asked.id + "-" + indicator.id;
      const input = indicator.type === "YES_NO" ? element("select", { className: "form-select" })
        : indicator.type === "TEXT" ? element("textarea", { className: "form-control", rows: 2 })
        : element("input", { className: "form-control", inputMode: "decimal", autocomplete: "off" });
      if (indicator.type === "YES_NO") {
        input.append(new Option("", ""), new Option(asked.dataset.yes, "true"), new Option(asked.dataset.no, "false"));
      }
      Object.assign(input, { id, ariaRequired: String(indicator.required) });
      input.dataset.indicator = indicator.id;
      input.dataset.type = indicator.type;
      input.setAttribute("aria-describedby", id + "-fault");
      const unit = indicator.unit ?? { PERCENTAGE: "%", MONEY: "đ" }[indicator.type];
      const part = element("div", { className: "mb-2" });
      part.append(
        element("label", { htmlFor: id, className: "form-label", textContent: indicator.name + (unit ? ` (${unit})` : "") + (indicator.required ? " *" : "") }),
        input, element("div", { className: "fault", id: id + "-fault" }));
      asked.append(part);
    }
  };

  const clear = (form) => {
    form.querySelector(".problem").hidden = true;
    form.querySelectorAll(".fault").forEach((fault) => (fault.textContent = ""));
    form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  };

  // A day is typed as people here write it and sent as programs do; what is no day goes as it is, to be refused.
  const day = (typed) => {
    const [, date, month, year] = typed.trim().match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
    const iso = date && `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    return iso && new Date(iso + "T00:00Z").toJSON()?.startsWith(iso) ? iso : typed;
  };

  // What is found by its name goes by the mark that stands in brackets behind it.
  const mark = (typed) => typed.trim().match(/\(([^()]+)\)$/)?.[1] ?? typed.trim();

  const named = {
    "/api/agencies": (agency) => `${agency.name} (${agency.code})`,
    "/api/models": (model) => `${model.title} · ${model.agencyName ?? model.agency} (${model.id})`,
    "/api/plans": (plan) => `${plan.document} · ${plan.title} (${plan.id})`,
  };

  const lookUp = async (input) => {
    const typed = input.value.trim();
    if (typed.length < 2 || [...input.list.options].some((option) => option.value === typed)) {
      return;
    }
    const where = input.dataset.lookUp;
    const response = await fetch(`${where}?size=20&q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    if (response.ok && input.value.trim() === typed) {
      const { items } = await response.json();
      input.list.replaceChildren(...items.map((item) => new Option("", named[where](item))));
    }
  };

  let typing;
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-look-up]")) {
      clearTimeout(typing);
      typing = setTimeout(() => lookUp(event.target), 200);
    }
  });

  // The agencies that each get a part, with its weight, or that are called on: a row each.
  const part = (parts) => {
    const id = `${parts.id}-${parts.querySelectorAll("[data-part]").length}`;
    const row = element("div", { className: "input-group mb-1" });
    row.dataset.part = "";
    const agency = element("input", { className: "form-control", autocomplete: "off", placeholder: parts.dataset.hint, ariaLabel: parts.dataset.agency, id });
    agency.dataset.lookUp = "/api/agencies";
    agency.setAttribute("list", id + "-found");
    agency.setAttribute("aria-describedby", id + "-fault");
    const weight = parts.dataset.weight && element("input", { className: "form-control weight", type: "number", min: 0, value: 1, ariaLabel: parts.dataset.weight });
    row.append(...[agency, weight, element("datalist", { id: id + "-found" })].filter(Boolean));
    parts.querySelector("[data-add]").before(row, element("div", { className: "fault", id: id + "-fault" }));
    return agency;
  };

  const parts = (group) =>
    [...group.querySelectorAll("[data-part]")].map((row) => row.querySelectorAll("input")).filter(([agency]) => agency.value.trim()).map(([agency, weight], place) => {
      agency.dataset.sent = place;
      return weight ? { agency: mark(agency.value), weight: weight.value === "" ? 1 : Number(weight.value) } : mark(agency.value);
    });

  // A number is typed as people here write it; what is no number goes as it is, to be refused.
  const number = (typed) =>
    /^-?(0|[1-9]\d{0,2}([.\s]?\d{3})*)(,\d+)?$/.test(typed) ? typed.replace(/[.\s]/g, "").replace(",", ".") : typed;

  const figures = (asked) =>
    [...asked.querySelectorAll("[data-indicator]")].filter((input) => input.value.trim()).map((input, place) => {
      const value = input.value.trim();
      input.dataset.sent = place;
      return { indicator: input.dataset.indicator, value: "TEXT" === input.dataset.type ? value : number(value) };
    });

  // Figures that say themselves what they are: a row each.
  const figure = (group) => {
    const id = `${group.id}-${group.querySelectorAll("[data-figure]").length}`;
    const row = element("div", { className: "input-group mb-1" });
    row.dataset.figure = "";
    const field = (name, more) => {
      const input = element("input", { className: "form-control", autocomplete: "off", placeholder: group.dataset[name], ariaLabel: group.dataset[name], ...more });
      input.setAttribute("aria-describedby", id + "-fault");
      return input;
    };
    const indicator = field("indicator", { id });
    row.append(indicator, field("value", { inputMode: "decimal" }), field("unit"));
    group.querySelector("[data-add]").before(row, element("div", { className: "fault", id: id + "-fault" }));
    return indicator;
  };

  const stated = (group) =>
    [...group.querySelectorAll("[data-figure]")].map((row) => [...row.querySelectorAll("input")]).filter((row) => row.some((input) => input.value.trim())).map(([indicator, value, unit], place) => {
      indicator.dataset.sent = place;
      const typed = number(value.value.trim());
      return { indicator: indicator.value.trim(), value: /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed, unit: unit.value.trim() || null };
    });

  // Each file is kept first; the command then names it by the hash that comes back.
  const upload = async (file) => {
    const response = await fetch("/api/attachments", {
      method: "POST",
      headers: {
        "Content-Type": "application/octet-stream",
        "Accept-Language": document.documentElement.lang,
        ...csrf(),
      },
      body: file,
    });
    const answer = await response.json();
    if (!response.ok) {
      throw { ...answer, errors: [{ field: "attachments", message: [file.name, answer.detail, ...(answer.errors ?? []).map((each) => each.message)].join(" · ") }] };
    }
    return { hash: answer.hash, name: file.name };
  };

  const body = async (form) => {
    const command = JSON.parse(form.dataset.given);
    form.querySelectorAll("[data-figures]").forEach((asked) => (command[asked.dataset.figures] = figures(asked)));
    form.querySelectorAll("[data-stated]").forEach((group) => (command[group.dataset.stated] = stated(group)));
    form.querySelectorAll("[data-parts]").forEach((group) => {
      const named = parts(group);
      if (group.dataset.weight || named.length > 0) {
        command[group.dataset.parts] = group.dataset.weight ? named : { agencies: named };
      }
    });
    for (const input of form.querySelectorAll("[name]")) {
      if (input.type === "file") {
        if (input.files.length > 0) {
          command[input.name] = await Promise.all([...input.files].map(upload));
        }
      } else if (input.value !== "") {
        command[input.name] =
          "day" in input.dataset ? day(input.value)
            : "lookUp" in input.dataset ? mark(input.value)
            : input.type === "number" ? Number(input.value) : input.value;
      }
    }
    return command;
  };

  const show = (form, problem) => {
    const summary = form.querySelector(".problem");
    summary.textContent = problem.detail;
    summary.hidden = false;
    for (const error of problem.errors ?? []) {
      const [, place] = error.field.match(/^(?:figures|parts|reporters\.agencies)\[(\d+)\]/) ?? [];
      const input = form.querySelector(place ? `[data-sent="${place}"]` : `[name="${CSS.escape(error.field)}"]`);
      const fault = input && form.querySelector("#" + CSS.escape(input.id) + "-fault");
      if (fault) {
        fault.textContent = error.message;
        input.setAttribute("aria-invalid", "true");
        input.closest("details")?.setAttribute("open", "");
      } else {
        summary.textContent += " " + error.message;
      }
    }
    summary.focus();
  };

  const submit = async (form) => {
    clear(form);
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const response = await fetch("/api/commands/" + form.dataset.command, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Accept-Language": document.documentElement.lang,
          "Idempotency-Key": crypto.randomUUID?.() ?? String(Date.now() + Math.random()),
          ...csrf(),
        },
        body: JSON.stringify(await body(form)),
      });
      const answer = await response.json();
      if (!response.ok) {
        show(form, answer);
        return;
      }
      const there = new URL(location.href);
      there.searchParams.set("after", answer.mark);
      location.assign(there);
    } catch (problem) {
      show(form, problem.detail ? problem : { detail: form.dataset.unreachable });
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener("click", (event) => {
    const step = event.target.closest("button[data-step]");
    if (step) {
      panel(step);
    }
    const unfold = event.target.closest("button[data-unfold]");
    if (unfold) {
      const open = unfold.getAttribute("aria-expanded") !== "true";
      unfold.setAttribute("aria-expanded", String(open));
    }
    const add = event.target.closest("button[data-add]");
    if (add) {
      const stating = add.closest("[data-stated]");
      (stating ? figure(stating) : part(add.closest("[data-parts]"))).focus();
    }
    if (event.target.closest("button[data-reload]")) {
      location.reload();
    }
    const close = event.target.closest("button[data-close]");
    if (close) {
      close.closest("dialog").close();
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-command]")) {
      event.preventDefault();
      submit(event.target);
    }
  });

  // What was waited for once need not be waited for again at a reload.
  const here = new URL(location.href);
  if (here.searchParams.has("after")) {
    here.searchParams.delete("after");
    history.replaceState(null, "", here);
  }

  // While it is looked at, a page listens whether what it shows has changed since, and says so once.
  // A hidden page keeps no connection: a browser has only a few.
  let news;
  const listen = () => {
    const main = document.getElementById("main");
    const told = document.getElementById("news");
    news?.close();
    if (document.hidden || !main?.dataset.newsOf || !told?.hidden) {
      return;
    }
    news = new EventSource("/api/events?since=" + main.dataset.since);
    news.addEventListener("changed", (event) => {
      const { position, subject, plan } = JSON.parse(event.data);
      const { newsOf, since } = document.getElementById("main").dataset;
      if (position > Number(since) && ["*", subject, plan].includes(newsOf)) {
        told.hidden = false;
        news.close();
      }
    });
  };
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pageshow", listen);
  window.addEventListener("pagehide", () => news?.close());

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) {
      event.target.form.requestSubmit();
    }
  });

  // How far the opening of a plan's duties has come is known to the side that opens them.
  document.querySelectorAll("[data-roll-out]").forEach(async (place) => {
    const response = await fetch("/api/roll-outs/" + place.dataset.rollOut, { headers: { Accept: "application/json" } });
    const message = response.ok && (await response.json()).message;
    if (message) {
      place.textContent = message;
      place.hidden = false;
    }
  });
})();
