namespace Emergent.Tests;

/// <summary>Finds the golden data of the reference implementation, where this checkout has it.</summary>
internal static class Golden
{
    /// <summary>The path of a golden file in a <c>shared/golden</c> folder beside or above the checkout, or null when there is none.</summary>
    public static string? Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "golden", relativePath);
            if (File.Exists(path)) { return path; }
        }
        return null;
    }
}
