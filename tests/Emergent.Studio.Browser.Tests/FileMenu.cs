using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

/// <summary>The menu of a NetView's button that saves and opens files, by keyboard.</summary>
internal static class FileMenu
{
    private const int Open = 2;

    /// <summary>Chooses an item of it: 0 saves compressed, 1 as plain text, 2 opens.</summary>
    public static async Task Choose(Visit visit, string button, int item)
    {
        await visit.Button(button).First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        for (var i = 0; i < item; i++) { await visit.Page.Keyboard.PressAsync("ArrowDown"); }
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens a file.</summary>
    public static async Task Take(Visit visit, string button, string name, byte[] content)
    {
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => Choose(visit, button, Open));
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }
}
