namespace Emergent.Studio;

/// <summary>Which parameters are told as text, and how.</summary>
internal enum ParameterListing
{
    /// <summary>Those that are not the default of their type, with the default.</summary>
    NonDefault,

    All,

    /// <summary>Those that models change most, layers and projections side by side.</summary>
    Key,

    /// <summary>Those that were set in the window, as rules and assignments.</summary>
    CSharp,

    /// <summary>Those that were set in the window, as a configuration.</summary>
    Json,
}
