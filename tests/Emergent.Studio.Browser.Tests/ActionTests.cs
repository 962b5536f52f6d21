using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class ActionTests(Chromium chromium)
{
    [Fact]
    public async Task What_an_action_answers_is_shown_and_stays_in_the_log()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var answer = visit.Page.Locator(".action-answer");
        await Expect(answer).ToBeHiddenAsync();
        await Choose(visit, "Share");
        await Expect(answer).ToContainTextAsync("Share: 0.25");

        // One that wants to be told something asks for it, and says what is wrong.
        await Choose(visit, "Tell…");
        var form = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tell" });
        await form.GetByLabel("what", new() { Exact = false }).First.FillAsync("moo");
        await form.GetByLabel("times", new() { Exact = false }).FillAsync("9");
        await form.GetByRole(AriaRole.Button, new() { Name = "Tell" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("1…3");
        await form.GetByLabel("times", new() { Exact = false }).FillAsync("2");
        await form.GetByRole(AriaRole.Button, new() { Name = "Tell" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
        await Expect(answer).ToContainTextAsync("Tell: moomoo");
        await visit.Button("Close the answer").ClickAsync();
        await Expect(answer).ToBeHiddenAsync();

        await Choose(visit, "Find");
        await Expect(answer).ToContainTextAsync("Find: done");
        await Choose(visit, "Fail");
        await visit.Button("Log (`)").ClickAsync();
        var log = visit.Page.Locator(".log");
        foreach (var line in (string[])["Share: 0.25", "Tell: moomoo", "Find: done.", "Error: Fail: It failed."]) { await Expect(log).ToContainTextAsync(line); }
    }

    [Fact]
    public async Task Table_that_an_action_returns_is_opened()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await Choose(visit, "Compare");
        await Expect(visit.Tab("Compare table")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Compare" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(5);   // with the head
        await Choose(visit, "All patterns");
        await Expect(visit.Tab("Patterns table")).ToHaveAttributeAsync("aria-selected", "true");
    }

    private static async Task Choose(Visit visit, string action)
    {
        await visit.Button("More").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }
}
