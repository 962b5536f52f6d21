namespace Emergent.Sims;

/// <summary>Patterns drawn as text: <c>#</c> is a unit that is on, the first line the row at the top.</summary>
internal static class TextPicture
{
    /// <summary>The values of a picture, the lowest row first, as layers are drawn.</summary>
    public static float[] Values(string picture) => [.. picture.Split('\n').Reverse().SelectMany(line => line.Select(c => c == '#' ? 1f : 0f))];
}
